import type { Quotas } from '../rules/quotas';
import type { Structure, ValueOf } from '../shapes/shape';
import type { Moment, Worlds } from '../world/moment';
import type { World } from '../world/world';

/** One call that has passed every check but those of quotas and state. */
export interface Call<Input = unknown> {
  world: World;
  input: Input;
  moment: Moment;
  worlds: Worlds;
  /** The world of the same account in another Region. */
  worldIn: (region: string) => World;
  quotas: Quotas;
  isVisible: (jobID: string) => boolean;
  /** False: servers are launched whatever state they are in. */
  isGuarded: boolean;
}

/** An operation says what its input is, and turns a call into the body of its answer. */
export interface Operation {
  input: Structure;
  /** Of a successful answer; 200 unless it is said. */
  status?: 202 | 204;
  /** True where DRS need not have been initialised in the Region. */
  worksUninitialised?: true;
  /** Undefined: the answer has no body; a PreserializedJSON is the body as it is. Throws an AwsError. */
  run(call: Call): unknown;
}

/** Ties the type of the input that `run` gets to the shape that was checked. */
export function operation<const Input extends Structure>(definition: {
  input: Input;
  status?: 202 | 204;
  worksUninitialised?: true;
  run: (call: Call<ValueOf<Input>>) => unknown;
}): Operation {
  return { ...definition, run: (call) => definition.run(call as Call<ValueOf<Input>>) };
}
