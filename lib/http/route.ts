import { type Action, type Actor, authorise } from '@/lib/access/authorise';
import { PLACE_HEADER } from '@/lib/contract/place';
import type { Problem } from '@/lib/contract/problem';
import { describeProblem } from '@/lib/contract/problem-error';
import { type Services, services as servicesOfProcess } from '@/lib/services';
import { guardHost, guardOrigin, guardPlace } from './guard';
import { toProblem } from './problem';
import { problemResponse } from './respond';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

export interface RequestContext {
  request: Request;
  /** The parts of the path that vary, by the names of their folders. */
  params: Record<string, string>;
  actor: Actor;
  services: Services;
}

export interface Endpoint {
  action: Action;
  handle: (context: RequestContext) => Response | Promise<Response>;
}

type NextHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/**
 * The one wrapper of every handler: guards, authorises the named action, acts, turns errors into problem
 * documents and logs. A method that is not given answers 405.
 */
export function route(endpoints: Partial<Record<Method, Endpoint>>): Record<Method, NextHandler> {
  const allow = METHODS.filter((method) => endpoints[method]).join(', ');
  const handlers = METHODS.map((method): [Method, NextHandler] => [
    method,
    async (request, { params }) =>
      answer(request, async (services) => {
        const endpoint = endpoints[method];
        if (!endpoint) return problemResponse(methodNotAllowed(allow), { Allow: allow });
        guardOrigin(request);
        guardPlace(request, services.place);
        const actor = authorise(endpoint.action, services.config);
        return endpoint.handle({ request, params: await params, actor, services });
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
        detail: 'docs/api.md of Homeward lists the addresses of the API.',
      }),
    ),
  );

async function answer(
  request: Request,
  handle: (services: Services) => Promise<Response>,
): Promise<Response> {
  const services = servicesOfProcess();
  const response = await handleOrRefuse(request, services, handle);
  response.headers.set(PLACE_HEADER, services.place);
  return response;
}

async function handleOrRefuse(
  request: Request,
  services: Services,
  handle: (services: Services) => Promise<Response>,
): Promise<Response> {
  const { logger, config } = services;
  const path = new URL(request.url).pathname;
  try {
    guardHost(request, config.allowedHosts);
    const response = await handle(services);
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
