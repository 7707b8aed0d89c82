import { json, type StoredAnswer } from '@yiyang/persistence';

/** The answer of a command: exactly these bytes now and at every repeat. */
export class Answer implements StoredAnswer {
  constructor(
    readonly status: number,
    readonly body: string,
    readonly etag?: string,
    readonly location?: string,
  ) {}
}

/** 201 with the view of what was made, its version and where it is. */
export function created(view: object, version: number, location: string): Answer {
  return new Answer(201, json(view), `"${version}"`, location);
}

/** 200 with the view after the change and its new version. */
export function changed(view: object, version: number): Answer {
  return new Answer(200, json(view), `"${version}"`);
}

/** 200 with a view that was read; `version` becomes the ETag that `If-Match` expects. */
export function found(view: object, version?: number): Answer {
  return new Answer(200, json(view), version === undefined ? undefined : `"${version}"`);
}
