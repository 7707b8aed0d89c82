/** One operation of a service, as its OpenAPI document says. */
export interface Operation {
  readonly service: string;
  readonly method: string;
  /** `/v1/referrals/{id}/accept`. */
  readonly template: string;
  /** Action of the policy table. */
  readonly action?: string;
}

interface Node {
  readonly fixed: Map<string, Node>;
  parameter?: Node;
  readonly operations: Map<string, Operation>;
}

const newNode = (): Node => ({ fixed: new Map(), operations: new Map() });

/** Segments that a path never has; a service behind us might resolve them to another path than the one we checked. */
const UNSAFE_SEGMENT = /^(\.|%2e){0,2}$|[\\\0]|%2f|%5c|%00/i;

/** Finds the operation of a request by method and path: fixed segments win over parameters. */
export class RouteTable {
  private readonly root = newNode();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) this.add(operation);
  }

  find(method: string, path: string): Operation | undefined {
    return descend(this.root, segmentsOf(path), 0, method);
  }

  private add(operation: Operation): void {
    let node = this.root;
    for (const segment of segmentsOf(operation.template)) {
      if (segment.startsWith('{')) node = node.parameter ??= newNode();
      else {
        const next = node.fixed.get(segment) ?? newNode();
        node.fixed.set(segment, next);
        node = next;
      }
    }
    if (!node.operations.has(operation.method)) node.operations.set(operation.method, operation);
  }
}

const segmentsOf = (path: string): string[] => path.slice(1).split('/');

function descend(node: Node, segments: readonly string[], at: number, method: string): Operation | undefined {
  if (at === segments.length) return node.operations.get(method);
  const segment = segments[at] as string;
  const fixed = node.fixed.get(segment);
  const found = fixed && descend(fixed, segments, at + 1, method);
  if (found || !node.parameter || UNSAFE_SEGMENT.test(segment)) return found;
  return descend(node.parameter, segments, at + 1, method);
}
