import { explained, type Explained } from '@yiyang/decisions';
import { sourceOf, type Sourced } from '@yiyang/region-policy';
import type { ReusableQualification } from '@yiyang/standards';

/** A certificate that the applicant shows: the medical institution's existing one, or one made out for elder care. */
export interface Certificate {
  readonly code: ReusableQualification;
  readonly holder: 'HOST' | 'OWN';
  /** Last day of validity; absent for one without an end. */
  readonly validTo?: string;
}

export interface MaterialsPolicy {
  /** What a filing of elder care shows. */
  readonly elderCareCertificates: Sourced<readonly ReusableQualification[]>;
  /** P-20: what an existing certificate of the medical institution serves for. */
  readonly reusableQualifications: Sourced<readonly ReusableQualification[]>;
  /** P-20: kinds that may reuse; null = every medical institution. */
  readonly eligibleHolderTypes: Sourced<readonly string[] | null>;
}

export interface FilingMaterials {
  readonly required: readonly ReusableQualification[];
  readonly reused: readonly ReusableQualification[];
  readonly missing: readonly ReusableQualification[];
}

/**
 * What a medical institution that opens elder care with what it has still lacks: existing certificates count where its
 * region lets its kind reuse them, its own new ones always. What is missing is told, never refused. Sources: REG-09, REG-10.
 */
export function filingMaterials(
  question: { readonly hostKind: string; readonly certificates: readonly Certificate[]; readonly on: string },
  { elderCareCertificates, reusableQualifications, eligibleHolderTypes }: MaterialsPolicy,
): Explained<FilingMaterials> {
  const { hostKind, certificates, on } = question;
  const shown = (holder: Certificate['holder']) =>
    new Set(
      certificates
        .filter((one) => one.holder === holder && (one.validTo === undefined || on <= one.validTo))
        .map(({ code }) => code),
    );
  const [ofHost, own] = [shown('HOST'), shown('OWN')];
  const mayReuse = eligibleHolderTypes.value === null || eligibleHolderTypes.value.includes(hostKind);
  const required = elderCareCertificates.value;
  const lacking = required.filter((code) => !own.has(code));
  const reused = lacking.filter((code) => mayReuse && ofHost.has(code) && reusableQualifications.value.includes(code));
  return explained(
    { required, reused, missing: lacking.filter((code) => !reused.includes(code)) },
    {
      rule: 'REG-09',
      ...sourceOf(reusableQualifications),
      inputs: { hostKind, mayReuse, reusable: reusableQualifications.value, ofHost: [...ofHost], own: [...own] },
    },
  );
}
