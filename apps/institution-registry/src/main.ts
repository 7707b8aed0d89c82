import 'reflect-metadata';
import { runService } from '@yiyang/service';
import { institutionRegistry } from './service-definition.js';

void runService(institutionRegistry);
