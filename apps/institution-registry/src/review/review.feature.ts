import type { Feature } from '../feature.js';
import { InstitutionReview } from './institution-review.js';
import { Reviews } from './reviews.js';

export const REVIEW_FEATURE: Feature = {
  controllers: [],
  providers: [Reviews, InstitutionReview],
};
