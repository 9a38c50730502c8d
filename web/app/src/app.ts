// What the parts of the page know of each other.

import type { Api, Info, Method, Opened, Progress } from './protocol';

export type State = 'loading' | 'running' | 'validating' | 'paused' | 'finished' | 'diverged' | 'stopped';

export interface App {
  readonly info: Info | null;
  readonly recipe: string; // as text, of the run on show
  readonly progress: Progress | null;
  readonly state: State;
  ask<M extends Method>(method: M, args: Api[M]['args'], transfer?: Transferable[]): Promise<Api[M]['result']>;
  /// Changes a setting of the running training and marks the curves.
  change(path: string, value: unknown, mark: string): Promise<void>;
  /// Starts another run. Throws when the recipe cannot be run; the old run is kept then.
  start(recipe: string): Promise<void>;
}

/// A part of the page. Called when a run is opened, and with each update.
export interface Part {
  opened?(opened: Opened): void;
  progress?(progress: Progress): void;
  epoch?(): void; // after the validation at the end of an epoch
}
