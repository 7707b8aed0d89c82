import { describeApi } from '@yiyang/testing';
import { definition } from './service-definition.js';

describeApi(definition);
