import { wheelOfMisfortune } from '#export/wheel-of-misfortune.ts';
import { jsonText } from '#report/json-text.ts';
import type { Call, ExitCode } from './command.ts';
import { exportDrills } from './export-drills.ts';

/** `fixlore export wheel-of-misfortune`: the drills as scenarios for a wheel that a group spins. */
export function exportWheel(call: Call): Promise<ExitCode> {
  return exportDrills(call, (drills) => jsonText(wheelOfMisfortune(drills)));
}
