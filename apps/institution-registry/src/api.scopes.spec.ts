import { describeApi } from '@yiyang/testing';
import { institutionRegistry } from './service-definition.js';

describeApi(institutionRegistry);
