/** What can happen to servers, in the order in which a trainer is offered it. */
export const SERVER_ACTIONS = [
  'bootClients',
  'loseClients',
  'returnClients',
  'stallServers',
  'stallDisks',
  'resume',
  'launch',
] as const;

export type ServerAction = (typeof SERVER_ACTIONS)[number];
