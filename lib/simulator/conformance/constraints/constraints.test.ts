import { StartFailbackLaunchCommand } from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { aim } from '../target';
import { INSTANCE } from './case';
import { CASES } from './cases';

// Every constraint of the model, from both sides. The SDK sends what it is given; nothing exists of what is named in
// the cases, so that the right side changes nothing either.

const target = aim({ servers: 0 });
type Command = Parameters<typeof target.drs.send>[0];

describe.each(CASES.map((item) => ({ ...item, name: item.command.name })))(
  '$name',
  ({ command: Command, good, bad }) => {
    const send = async (input: object) =>
      target.drs.send(new Command(input as never) as Command).then(
        () => undefined,
        (error: { message: string; reason?: string; name: string }) => error,
      );

    it('lets through what is just within each constraint', async () => {
      for (const input of good) {
        const error = await send(input);
        expect([error?.reason, error?.name]).not.toContain('fieldValidationFailed');
        expect([error?.reason, error?.name]).not.toContain('SerializationException');
      }
    });

    it('refuses what is just outside, and says which member and why', async () => {
      for (const [input, message] of bad) {
        const error = await send(input);
        expect(error).toMatchObject({
          name: 'ValidationException',
          reason: 'fieldValidationFailed',
          $metadata: { httpStatusCode: 400 },
        });
        expect(error?.message).toContain(message);
      }
    });
  },
);

describe('a request with several faults', () => {
  it('is told of every one, with the list of the fields', async () => {
    const ids = ['i-0', 'x-00000000'];
    const refused = target.drs.send(new StartFailbackLaunchCommand({ recoveryInstanceIDs: ids }));
    await expect(refused).rejects.toMatchObject({
      message: expect.stringMatching(/^3 validation errors detected\. /),
      fieldList: [
        { name: '/recoveryInstanceIDs/0' },
        { name: '/recoveryInstanceIDs/0' },
        { name: '/recoveryInstanceIDs/1' },
      ],
    });
  });

  it('hears nothing of its tags, which are sensitive', async () => {
    const secret = 'hush'.repeat(65);
    const refused = target.drs
      .send(
        new StartFailbackLaunchCommand({
          recoveryInstanceIDs: [INSTANCE],
          tags: { [secret]: secret },
        }),
      )
      .catch((error: unknown) => JSON.stringify(error));
    expect(await refused).not.toContain('hush');
  });
});
