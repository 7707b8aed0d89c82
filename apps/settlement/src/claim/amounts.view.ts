import { ApiProperty } from '@nestjs/swagger';
import type { StoredAmounts } from './claim-record.js';

const fen = (description: string) => ApiProperty({ description, type: 'integer' });

/** 费用拆分(分) The split of a bill in fen, named as in standards §10.1 (national platform §12). */
export class AmountsView {
  @fen('医疗费总额 total') medfeeSumamtFen!: number;
  @fen('全自费金额 paid by the person in full') fulamtOwnpayAmtFen!: number;
  @fen('超限价自费费用 above price limits') overlmtSelfpayFen!: number;
  @fen('先行自付金额 paid first on class B') preselfpayAmtFen!: number;
  @fen('符合政策范围金额 in scope') inscpScpAmtFen!: number;
  @fen('实际支付起付线 deductible charged') actPayDedcFen!: number;
  @fen('基本医疗保险统筹基金支出 pool') hifpPayFen!: number;
  @fen('职工大额医疗费用补助基金支出 large-amount fund, employees') hifobPayFen!: number;
  @fen('居民大病保险资金支出 major-illness insurance, residents') hifmiPayFen!: number;
  @fen('医疗救助基金支出 medical aid') mafPayFen!: number;
  @fen('基金支付总额 all funds') fundPaySumamtFen!: number;
  @fen('个人负担总金额 borne by the person') psnPartAmtFen!: number;
  @fen('个人账户支出 personal account') acctPayFen!: number;
  @fen('个人现金支出 cash') psnCashPayFen!: number;
}

/** Names of the standard for the amounts of a settlement; major illness has a fund of its own per scheme. */
export function amountsView(amounts: StoredAmounts, scheme: string): AmountsView {
  const isEmployee = scheme === 'EMPLOYEE';
  return {
    medfeeSumamtFen: amounts.total,
    fulamtOwnpayAmtFen: amounts.ownPay,
    overlmtSelfpayFen: amounts.overLimit,
    preselfpayAmtFen: amounts.preself,
    inscpScpAmtFen: amounts.inScope,
    actPayDedcFen: amounts.deductible,
    hifpPayFen: amounts.pool,
    hifobPayFen: isEmployee ? amounts.major : 0,
    hifmiPayFen: isEmployee ? 0 : amounts.major,
    mafPayFen: amounts.aid,
    fundPaySumamtFen: amounts.fund,
    psnPartAmtFen: amounts.person,
    acctPayFen: amounts.account,
    psnCashPayFen: amounts.cash,
  };
}
