import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Envelope as EventEnvelope } from '@yiyang/contracts';
import type { Tx as Transaction } from '@yiyang/persistence';
import type { EventContext } from '../consume/consumer-definition.js';

const contextOf = (context: ExecutionContext): EventContext => context.switchToRpc().getContext<EventContext>();

/** The transaction in which the event takes effect: `onAccepted(@Payload() event: ReferralAcceptedV1, @Tx() tx: Tx)`. */
export const Tx = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context).tx);
export type Tx = Transaction;

/** The envelope around the payload: who said it, when, about which place, because of what. */
export const EventOf = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context).envelope);
export type EventOf = EventEnvelope;
