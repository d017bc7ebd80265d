import type { Machine } from '../world/machine';

/** The properties that a recovery instance and a source server have in common. */
export function describeMachine(machine: Machine, awsInstanceID?: string) {
  return {
    identificationHints: {
      hostname: machine.hostname,
      fqdn: `${machine.hostname}.corp.example`,
      vmWareUuid: machine.vmWareUuid,
      ...(awsInstanceID ? { awsInstanceID } : {}),
    },
    networkInterfaces: [{ macAddress: machine.macAddress, ips: machine.ips, isPrimary: true }],
    cpus: [{ cores: machine.cores, modelName: 'Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz' }],
    ramBytes: machine.ramBytes,
    os: { fullString: machine.os },
  };
}
