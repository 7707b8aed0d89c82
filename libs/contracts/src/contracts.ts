import type { z } from 'zod';
import type { Contract, ContractRegistry, Producer } from './contract.js';
import type { EventType } from './event.js';
import { EVERY_SERVICE_CONTRACTS } from './every-service/contracts.js';
import { HEALTH_RECORDS_CONTRACTS } from './health-records/contracts.js';
import { INSTITUTION_REGISTRY_CONTRACTS } from './institution-registry/contracts.js';
import { MONITORING_CONTRACTS } from './monitoring/contracts.js';
import { REFERRAL_CONTRACTS } from './referral/contracts.js';
import { SETTLEMENT_CONTRACTS } from './settlement/contracts.js';
import type { Topic } from './topic.js';

/** Every event version there is, by type. */
export const CONTRACTS = {
  ...INSTITUTION_REGISTRY_CONTRACTS,
  ...HEALTH_RECORDS_CONTRACTS,
  ...REFERRAL_CONTRACTS,
  ...SETTLEMENT_CONTRACTS,
  ...MONITORING_CONTRACTS,
  ...EVERY_SERVICE_CONTRACTS,
} satisfies Record<EventType, Contract>;

/** Payload of an event type: `EventData<typeof EVENT.referralAcceptedV1>`. */
export type EventData<T extends EventType> = z.infer<(typeof CONTRACTS)[T]['schema']>;

/** Whether this build knows the type. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(CONTRACTS, type);
}

/** Topics a service writes, those that every service writes included. */
export function topicsOf(producer: Producer): Topic[] {
  const own = Object.values<Contract>(CONTRACTS).filter(
    (contract) => contract.producer === producer || contract.producer === 'every-service',
  );
  return [...new Set(own.map((contract) => contract.topic))];
}

/** Event types of a topic, in the order in which the contracts list them. */
export function typesOf(topic: Topic): EventType[] {
  return (Object.keys(CONTRACTS) as EventType[]).filter((type) => CONTRACTS[type].topic === topic);
}

/** The contract of a type in a registry; throws on a type that is not in it (a mistake of ours, not of a message). */
export function contractFor(type: string, registry: ContractRegistry): Contract {
  const contract = Object.hasOwn(registry, type) ? registry[type] : undefined;
  if (!contract) throw new Error(`${type} is not in the contracts`);
  return contract;
}
