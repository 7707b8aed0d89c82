import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { indicators, startMonitoring, type ServiceStack } from '../testing/monitoring-stack.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startMonitoring();
  await stack.at('2026-09-30T02:00:00Z');
  await theStory();
});
afterAll(() => stack.stop());

const [home, unit, hospital, agreementId] = [newId(), newId(), newId(), newId()];
const nature = { ownership: 'PRIVATE', profitNature: 'NON_PROFIT' };
const regions = { fromRegion: '421202', toRegion: '421202', residenceRegion: '421202', insuredRegion: '421202' };

/** A home with a licensed unit, an agreement with a hospital, and two referrals. */
async function theStory(): Promise<void> {
  const filed = {
    institutionId: home,
    qualificationId: newId(),
    kind: 'CARE_HOME',
    side: 'CARE',
    division: '421202',
    filedOn: '2026-03-01',
  } as const;
  const licensed = {
    kind: 'NURSING_HOSPITAL',
    side: 'MEDICAL',
    path: 'TWO_IN_ONE',
    division: '421202',
    licensedOn: '2026-04-02',
    ...nature,
  } as const;
  await stack.say(EVENT.institutionFiledV1, { ...filed, ...nature });
  await stack.say(EVENT.institutionLicensedV1, {
    ...licensed,
    institutionId: unit,
    qualificationId: newId(),
    hostId: home,
  });
  await stack.say(EVENT.institutionLicensedV1, {
    ...licensed,
    institutionId: hospital,
    qualificationId: newId(),
    kind: 'GENERAL_HOSPITAL',
  });
  const parties = {
    agreementId,
    careInstitutionId: home,
    medicalInstitutionId: hospital,
    types: ['REFERRAL'],
    division: '421202',
  };
  await stack.say(EVENT.agreementProposedV1, { ...parties, validFrom: '2026-04-10', validTo: '2027-04-09' });
  await stack.say(EVENT.agreementSignedV1, {
    ...parties,
    validFrom: '2026-04-10',
    validTo: '2027-04-09',
    signedOn: '2026-04-10',
  });
  await aReferral({ direction: 'UP', acceptedAfter: 12, isCompleted: true });
  await aReferral({ direction: 'DOWN' });
  await stack.settled();
}

async function aReferral(of: {
  direction: 'UP' | 'DOWN';
  acceptedAfter?: number;
  isCompleted?: boolean;
}): Promise<void> {
  const ids = { referralId: newId(), elderId: newId() };
  const parties = { fromInstitutionId: home, toInstitutionId: hospital };
  const requestedAt = new Date('2026-05-04T01:00:00.000Z');
  const request = {
    ...ids,
    ...parties,
    ...regions,
    chainId: ids.referralId,
    urgency: 'ROUTINE',
    stage: 'TREATMENT',
  } as const;
  await stack.say(EVENT.referralRequestedV1, {
    ...request,
    direction: of.direction,
    requestedAt: requestedAt.toISOString(),
  });
  if (of.acceptedAfter === undefined) return;
  const acceptedAt = new Date(requestedAt.getTime() + of.acceptedAfter * 60_000).toISOString();
  await stack.say(EVENT.referralAcceptedV1, { ...ids, ...parties, acceptedAt });
  if (!of.isCompleted) return;
  const stay = { institutionId: hospital, admittedOn: '2026-05-04', dischargedOn: '2026-05-14', destination: 'HOME' };
  await stack.say(EVENT.referralCompletedV1, {
    ...ids,
    ...stay,
    chainId: ids.referralId,
    completedAt: '2026-05-14T08:00:00.000Z',
  });
}

it('gives I01, I03 and I19 of the quarter of the story', async () => {
  expect(await indicators(stack, '421202', '2026-Q2')).toEqual({
    status: 200,
    body: {
      region: '421202',
      period: '2026-Q2',
      indicators: [
        { code: 'I01', zh: '两证齐全机构数', numerator: 1, denominator: null, value: 1, asOf: '2026-06-30' },
        { code: 'I03', zh: '医养签约对数', numerator: 1, denominator: null, value: 1, asOf: '2026-06-30' },
        {
          code: 'I19',
          zh: '转诊',
          numerator: 1,
          denominator: 2,
          value: 0.5,
          parts: { up: 1, down: 1, acceptanceRate: 0.5, medianResponseMinutes: 12, completionRate: 1 },
          asOf: '2026-06-30',
        },
      ],
    },
  });
});

it('has the stock figures of the quarter before at its end, and null where nothing was asked', async () => {
  const { body } = await indicators(stack, '421200', '2026-Q1');
  expect(body['indicators']).toMatchObject([{ value: 0 }, { value: 0 }, { value: null, denominator: 0 }]);
});

it.each([
  ['another region of the same level', '420100', 403, 'NOT_ALLOWED'],
  ['the province above', '420000', 403, 'NOT_ALLOWED'],
  ['a code that is no division', '421299', 400, 'MALFORMED_REQUEST'],
])('refuses %s', async (_, region, status, code) => {
  expect(await indicators(stack, region, '2026-Q2')).toMatchObject({ status, body: { code } });
});

it('refuses a quarter that has not begun, and an integrator', async () => {
  expect(await indicators(stack, '421202', '2026-Q4')).toMatchObject({
    status: 422,
    body: { code: 'PERIOD_NOT_BEGUN' },
  });
  expect(await indicators(stack, '421202', '2026-Q2', 'INTEGRATOR')).toMatchObject({ status: 403 });
});

it('has the same facts again after each copy was dropped and read anew, and keeps no elder', async () => {
  const before = await indicators(stack, '421202', '2026-Q2');
  for (const consumer of ['institution-facts', 'agreement-facts', 'referral-facts']) {
    await stack.service.parts.messaging.rebuild(consumer);
    await stack.settled();
  }
  expect(await indicators(stack, '421202', '2026-Q2')).toEqual(before);
  const columns = await stack.own.asSuperuser(
    `select column_name from information_schema.columns where table_name like '%\\_fact' and column_name like '%elder%'`,
  );
  expect(columns).toEqual([]);
});

it('does not count a pair on days on which its agreement was suspended', async () => {
  const [care, division] = [newId(), '421202'];
  const parties = { agreementId: newId(), careInstitutionId: care, medicalInstitutionId: hospital, division };
  const term = { types: ['REFERRAL'], validFrom: '2026-01-01', validTo: '2026-12-31', signedOn: '2026-01-01' };
  await stack.say(EVENT.agreementSignedV1, { ...parties, ...term });
  for (const [status, effectiveOn] of [
    ['ACTIVE', '2026-01-01'],
    ['SUSPENDED', '2026-06-30'],
    ['ACTIVE', '2026-07-01'],
  ] as const)
    await stack.say(EVENT.agreementStatusChangedV1, { ...parties, status, effectiveOn });
  await stack.settled();
  const i03 = async (period: string) => ((await indicators(stack, '421202', period)).body['indicators'] as object[])[1];
  expect(await i03('2026-Q2')).toMatchObject({ value: 1 });
  expect(await i03('2026-Q3')).toMatchObject({ value: 2 });
  await stack.say(EVENT.agreementEndedV1, {
    agreementId: parties.agreementId,
    endedOn: '2026-05-01',
    reasonCode: 'BREACH',
  });
  await stack.settled();
});

it('counts a pair no longer after the agreement ended', async () => {
  await stack.say(EVENT.agreementEndedV1, { agreementId, endedOn: '2026-09-29', reasonCode: 'BY_AGREEMENT' });
  await stack.settled();
  const i03 = async (period: string) => ((await indicators(stack, '421202', period)).body['indicators'] as object[])[1];
  expect(await i03('2026-Q3')).toMatchObject({ value: 0, asOf: '2026-09-30' });
  expect(await i03('2026-Q2')).toMatchObject({ value: 1 });
});
