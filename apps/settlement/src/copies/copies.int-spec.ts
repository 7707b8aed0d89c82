import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { ClaimLinkingConsumer } from '../claim/claim-linking.consumer.js';
import { type ServiceStack, startSettlement } from '../testing/settlement-stack.js';
import { aCareHome, aCompletedReferral, aMedicalInstitution, anElder } from '../testing/named.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startSettlement();
});
afterAll(() => stack.stop());

const COPIES = {
  'institution-copy': ['institution_copy', 'qualification_copy'],
  'elder-copy': ['elder_copy'],
  'referral-link-copy': ['referral_link'],
  'policy-copy': ['policy_value'],
};

const rowsOf = async (table: string) =>
  (await stack.own.asSuperuser<{ row: string }>(`select row_to_json(t)::text as row from ${table} t order by 1`)).map(
    ({ row }) => row,
  );

it('has the same copies again after each was dropped and read anew', async () => {
  const elderId = await anElder(stack);
  const home = await aCareHome(stack);
  const institutionId = await aMedicalInstitution(stack, { hostId: home, level: 1, kind: 'NURSING_HOSPITAL' });
  const stay = { elderId, institutionId, admittedOn: '2026-05-01', dischargedOn: '2026-05-11' };
  await aCompletedReferral(stack, { ...stay, referralId: newId(), chainId: newId(), fromInstitutionId: newId() });
  for (const [consumer, tables] of Object.entries(COPIES))
    for (const table of tables) {
      const before = await rowsOf(table);
      expect(before.length).toBeGreaterThan(0);
      await stack.service.parts.messaging.rebuild(consumer);
      await stack.until(`select 1 from ${table} having count(*) = ${before.length}`);
      expect(await rowsOf(table)).toEqual(before);
    }
});

it('REG-41 hears of a suspension, and of a level and grade that changed', async () => {
  const institutionId = await aMedicalInstitution(stack, { operatingSince: '2026-01-01' });
  const suspended = { from: 'OPERATING', to: 'SUSPENDED', effectiveOn: '2026-02-01' } as const;
  await stack.say(EVENT.institutionOperationChangedV1, { institutionId, ...suspended });
  const changed = { level: 1, grade: '08', ownership: 'PUBLIC_RUN', profitNature: 'NON_PROFIT' };
  await stack.say(EVENT.institutionRegistrationChangedV1, { institutionId, ...changed, effectiveOn: '2026-02-01' });
  await stack.until(
    `select 1 from institution_copy where institution_id = $1 and operation = 'SUSPENDED' and level = 1 and grade = '08'`,
    [institutionId],
  );
});

it('keeps the first start of operation over an interruption, and the last state of a qualification', async () => {
  const institutionId = await aMedicalInstitution(stack, { operatingSince: '2026-01-01' });
  const said = { institutionId, effectiveOn: '2026-02-01' };
  await stack.say(EVENT.institutionOperationChangedV1, { ...said, from: 'OPERATING', to: 'SUSPENDED' });
  await stack.say(EVENT.institutionOperationChangedV1, {
    ...said,
    from: 'SUSPENDED',
    to: 'OPERATING',
    effectiveOn: '2026-03-01',
  });
  const [{ qualificationId }] = (await stack.own.asSuperuser<{ qualificationId: string }>(
    'select qualification_id as "qualificationId" from qualification_copy where institution_id = $1',
    [institutionId],
  )) as [{ qualificationId: string }];
  await stack.say(EVENT.institutionQualificationChangedV1, {
    ...said,
    qualificationId,
    side: 'MEDICAL',
    state: 'CANCELLED',
  });
  await stack.until(`select 1 from qualification_copy where qualification_id = $1 and state = 'CANCELLED'`, [
    qualificationId,
  ]);
  const rows = await stack.own.asSuperuser(
    `select operation, operating_since::text from institution_copy where institution_id = $1`,
    [institutionId],
  );
  expect(rows).toEqual([{ operation: 'OPERATING', operating_since: '2026-01-01' }]);
});

it('lets the reaction to a completed referral wait while its link is not copied yet', async () => {
  const reaction = stack.service.app.get(ClaimLinkingConsumer);
  const event = {
    referralId: newId(),
    chainId: newId(),
    elderId: newId(),
    institutionId: newId(),
    admittedOn: '2026-05-01',
    dischargedOn: '2026-05-11',
    destination: 'CARE_BED',
    completedAt: '2026-05-11T08:00:00.000Z',
  };
  await expect(stack.own.database.transaction((tx) => reaction.onCompleted(event, tx))).rejects.toThrow(
    'UNKNOWN_REFERENCE',
  );
});
