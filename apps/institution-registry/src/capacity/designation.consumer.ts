import {
  EVENT,
  TOPIC,
  type DesignationActivatedV1,
  type DesignationSuspendedV1,
  type DesignationTerminatedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { DesignationCopy } from './designation-copy.js';

/** Keeps which institutions are designated, for the search of beds. */
@Consumer({
  name: 'designation-copy',
  kind: 'copy',
  tables: ['designation_copy'],
  topics: [TOPIC.designation],
  ignore: [
    EVENT.designationAppliedV1,
    EVENT.designationAcceptedV1,
    EVENT.designationEvaluatedV1,
    EVENT.designationAgreementSignedV1,
    EVENT.designationDeadlineMissedV1,
    EVENT.designationDeadlineNearV1,
  ],
})
export class DesignationConsumer {
  constructor(private readonly designations: DesignationCopy) {}

  @EventPattern<string>(EVENT.designationActivatedV1)
  onActivated(@Payload() event: DesignationActivatedV1, @Tx() tx: Tx): void {
    this.designations.activated(tx, event);
  }

  @EventPattern<string>(EVENT.designationSuspendedV1)
  onSuspended(@Payload() event: DesignationSuspendedV1, @Tx() tx: Tx): void {
    this.designations.stopped(tx, event);
  }

  @EventPattern<string>(EVENT.designationTerminatedV1)
  onTerminated(@Payload() event: DesignationTerminatedV1, @Tx() tx: Tx): void {
    this.designations.stopped(tx, event);
  }
}
