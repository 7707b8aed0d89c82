import { z } from 'zod';
import { fact, instant, code, region } from '../field.js';
import { snapshotId } from '../vocabulary.js';

export const IndicatorSnapshotPublishedV1 = z
  .object({
    snapshotId,
    region: region('Division the figure is about', '统计地区'),
    period: fact('Quarter', '统计季度', z.string().regex(/^\d{4}-Q[1-4]$/)),
    indicator: code('Indicator', '指标代码'),
    numerator: fact('Numerator', '分子', z.number()),
    denominator: fact('Denominator, null for a count', '分母', z.number()).nullable(),
    value: fact('Figure, null where it cannot be computed', '指标值', z.number()).nullable(),
    publishedAt: instant('When it was published', '发布时间'),
  })
  .meta({ description: 'A quarterly figure was published', zh: '季度监测指标已发布' });
export type IndicatorSnapshotPublishedV1 = z.infer<typeof IndicatorSnapshotPublishedV1>;
