/** Which rows a cell of the policy table opens. */
export const SCOPES = {
  SERVICE_REGION: '服务发生地在本辖区',
  RESIDENCE_REGION: '户籍或居住地在本辖区',
  INSURED_REGION: '参保地在本辖区',
  ANY_OF_REGIONS: '任一相关地在本辖区',
  OWN: '本机构及其内设单元',
  PARTY: '当事双方之一',
  RELATION: '与老人有服务关系的机构',
  SELF: '老人本人',
  CLIENT: '本客户端自己的调用',
  ALL: '不限',
} as const;

export type Scope = keyof typeof SCOPES;
