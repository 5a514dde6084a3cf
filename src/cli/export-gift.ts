import { giftOf } from '#export/gift.ts';
import type { Call, ExitCode } from './command.ts';
import { exportDrills } from './export-drills.ts';

/** `fixlore export gift`: the drills as a question bank for Moodle. */
export function exportGift(call: Call): Promise<ExitCode> {
  return exportDrills(call, giftOf);
}
