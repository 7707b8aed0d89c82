/** What kind of knowledge a field gives away. */
export const FIELD_CLASSES = {
  PUBLIC: '公开事实',
  ID: '标识',
  FACT: '业务事实',
  HEALTH: '健康状况',
  IDENTITY: '身份',
  CONTACT: '联系方式',
  MONEY: '金额',
  FREE_TEXT: '自由文本',
} as const;

export type FieldClass = keyof typeof FIELD_CLASSES;

/** Fields of an answer: a class ends a path, lists are described by their element. */
export interface FieldTree {
  readonly [field: string]: FieldClass | FieldTree;
}

/** Named sets of classes; a cell of the policy table names one. */
export const VIEWS = {
  /** What is listed for whoever asks. */
  LISTING: ['PUBLIC', 'ID'],
  /** Things everybody may know of institutions, prices and rules. */
  OPEN: ['PUBLIC', 'ID', 'FACT'],
  /** That something happened to a person, when and where, not what. */
  REFERENCES: ['PUBLIC', 'ID', 'FACT'],
  /** Who the person is. */
  IDENTITY: ['PUBLIC', 'ID', 'FACT', 'IDENTITY'],
  /** Who the person is and how able; no contact data, no text. */
  IDENTITY_AND_HEALTH: ['PUBLIC', 'ID', 'FACT', 'IDENTITY', 'HEALTH'],
  /** Health content without identity and without text. */
  HEALTH: ['PUBLIC', 'ID', 'FACT', 'HEALTH'],
  /** What those who care for and treat the person need. */
  CARE: ['PUBLIC', 'ID', 'FACT', 'HEALTH', 'IDENTITY', 'CONTACT', 'FREE_TEXT'],
  /** What the parties of a complaint and who supervises them need. */
  COMPLAINT: ['PUBLIC', 'ID', 'FACT', 'FREE_TEXT'],
  /** What a claim needs. */
  CLAIM: ['PUBLIC', 'ID', 'FACT', 'HEALTH', 'MONEY'],
  /** Everything, for the person. */
  SELF: ['PUBLIC', 'ID', 'FACT', 'HEALTH', 'IDENTITY', 'CONTACT', 'MONEY', 'FREE_TEXT'],
} as const satisfies Record<string, readonly FieldClass[]>;

export type ViewName = keyof typeof VIEWS;
