import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_InitializeService.html */
export const initializeService = operation({
  input: { type: 'structure', members: {} },
  status: 204,
  worksUninitialised: true,
  run: ({ world }) => {
    world.isInitialised = true;
  },
});
