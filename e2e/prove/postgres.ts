import { postgresFolder, startPostgres } from '../../lib/store/testing/postgres';
import { homewardOver } from './subjects';
import { type Trial, type TrialPlan, runTrial } from './trial';

/** Whether PostgreSQL is on this machine. */
export const hasPostgres = postgresFolder !== undefined;

/** A trial of Homeward over a PostgreSQL of its own, which crashes in the middle of launches and comes back. */
export async function runTrialOverPostgres(plan: TrialPlan): Promise<Trial> {
  const postgres = await startPostgres(postgresFolder ?? '');
  const crashDatabase = async () => {
    await postgres.kill();
    await postgres.start();
  };
  try {
    const subject = homewardOver(await postgres.createDatabase());
    return await runTrial(subject, { ...plan, crashDatabase });
  } finally {
    await postgres.remove();
  }
}
