import 'reflect-metadata';
import { runProcess } from '@yiyang/service';
import { readGatewayConfig } from './config.js';
import { GATEWAY, GATEWAY_MIGRATIONS } from './gateway-definition.js';
import { startGateway } from './start-gateway.js';

void runProcess({
  name: GATEWAY.name,
  migrations: GATEWAY_MIGRATIONS,
  readConfig: readGatewayConfig,
  start: startGateway,
});
