import 'reflect-metadata';
import { runService } from '@yiyang/service';
import { definition } from './service-definition.js';

void runService(definition);
