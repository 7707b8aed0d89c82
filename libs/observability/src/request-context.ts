import { AsyncLocalStorage } from 'node:async_hooks';

/** What travels with one piece of work: an HTTP request, a consumed event or a sweep. */
export interface WorkContext {
  readonly requestId: string;
  readonly correlationId: string;
  /** Id of the event that caused this work, if one did. */
  readonly causationId?: string;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs `work` so that logs, events and audit entries written inside carry this context. */
export function withContext<T>(context: WorkContext, work: () => T): T {
  return storage.run(context, work);
}

/** Makes the context current for the rest of the running request; for hooks that cannot wrap a callback. */
export function enterContext(context: WorkContext): void {
  storage.enterWith(context);
}

/** The context of the running work, or undefined outside any. */
export function currentContext(): WorkContext | undefined {
  return storage.getStore();
}
