/** Minutes of a written duration: `95m`, `2h30m`, `3d`. A day has 24 hours. */
export function minutesOf(written: string): number {
  const [, days = '0', hours = '0', minutes = '0'] =
    /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(written) ?? [];
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}
