import type { CompiledBody } from '#markdown/compile-body.ts';

/** Work that a build gives to other threads while it renders. */
export interface Helpers {
  /** As `compileBody`, with the same errors. */
  compile(source: string, file: string, components: readonly string[]): Promise<CompiledBody>;
  /** Makes of a rendered page what is published of it: UTF-8 in, UTF-8 out. The bytes given are gone after. */
  finish(page: ArrayBuffer): Promise<ArrayBuffer>;
}

const KEY = Symbol.for('innovations.helper-threads');
const shared = globalThis as typeof globalThis & { [KEY]?: Helpers };

/** The threads at work, which the bundle that renders shares with the build; none in development. */
export function helpers(): Helpers | undefined {
  return shared[KEY];
}

/** Lets the bundle that renders find the threads that its build has started. */
export function shareHelpers(found: Helpers | undefined): void {
  if (found) shared[KEY] = found;
  else Reflect.deleteProperty(shared, KEY);
}
