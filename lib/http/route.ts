import { type Action, type Actor, authorise } from '@/lib/access/authorise';
import { PLACE_HEADER } from '@/lib/contract/place';
import type { Problem } from '@/lib/contract/problem';
import { describeProblem } from '@/lib/contract/problem-error';
import { type Services, services } from '@/lib/services';
import { guardHost, guardOrigin, guardPlace } from './guard';
import { toProblem } from './problem';
import { problemResponse } from './respond';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

export interface Call {
  request: Request;
  /** The parts of the path that vary, by the names of their folders. */
  params: Record<string, string>;
  actor: Actor;
  services: Services;
}

export interface Act {
  action: Action;
  act: (call: Call) => Response | Promise<Response>;
}

type NextHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/**
 * The one wrapper of every handler: guards, authorises the named action, acts, turns errors into problem
 * documents and logs. A method that is not given answers 405.
 */
export function route(acts: Partial<Record<Method, Act>>): Record<Method, NextHandler> {
  const allow = METHODS.filter((method) => acts[method]).join(', ');
  const handlers = METHODS.map((method): [Method, NextHandler] => [
    method,
    async (request, { params }) =>
      answer(request, async (available) => {
        const entry = acts[method];
        if (!entry) return problemResponse(methodNotAllowed(allow), { Allow: allow });
        guardOrigin(request);
        guardPlace(request, available.place);
        const actor = authorise(entry.action, available.config);
        return entry.act({ request, params: await params, actor, services: available });
      }),
  ]);
  return Object.fromEntries(handlers) as Record<Method, NextHandler>;
}

/** For addresses under /api that no resource has. */
export const unknownRoute = (request: Request): Promise<Response> =>
  answer(request, async () =>
    problemResponse(
      describeProblem({
        status: 404,
        code: 'unknown-route',
        title: 'There is nothing at this address',
        detail: 'The README of Homeward lists the routes of the API.',
      }),
    ),
  );

async function answer(
  request: Request,
  act: (available: Services) => Promise<Response>,
): Promise<Response> {
  const available = services();
  const response = await actOrRefuse(request, available, act);
  response.headers.set(PLACE_HEADER, available.place);
  return response;
}

async function actOrRefuse(
  request: Request,
  available: Services,
  act: (available: Services) => Promise<Response>,
): Promise<Response> {
  const { logger, config } = available;
  const path = new URL(request.url).pathname;
  try {
    guardHost(request, config.allowedHosts);
    const response = await act(available);
    logger.debug({ method: request.method, path, status: response.status }, 'answered');
    return response;
  } catch (error) {
    const problem = toProblem(error);
    // Our own faults are logged whole; what is refused is told to the caller and noted briefly.
    if (problem.code === 'internal-error') logger.error({ path, error: describe(error) }, 'failed');
    else logger.info({ method: request.method, path, code: problem.code }, 'refused');
    return problemResponse(problem);
  }
}

function methodNotAllowed(allow: string): Problem {
  return describeProblem({
    status: 405,
    code: 'method-not-allowed',
    title: 'This method is not for this address',
    detail: `Use ${allow}.`,
  });
}

const describe = (error: unknown) => (error instanceof Error ? error.stack : String(error));
