import type { Detector, Spot } from './leak.ts';

/** Addresses of machines. Versions are no addresses, and some addresses are the same everywhere. */
export const ipAddresses: Detector = (text) => [...version4(text), ...version6(text)];

const four =
  /(?<![\p{L}\p{N}._/-]|:\/\/[^\s/]{0,60})\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}_]|\.\d|-[\p{L}\d])/gu;
const fourInAddress = /(?<=:\/\/(?:[^\s/@]{1,40}@)?)\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;

function version4(text: string): Spot[] {
  return [...text.matchAll(four), ...text.matchAll(fourInAddress)].flatMap(
    ({ 0: found, index }) => {
      const parts = found.split('.');
      if (parts.some((part) => Number(part) > 255 || /^0\d/.test(part))) return [];
      const before = text.slice(Math.max(0, index - 40), index);
      const after = text.slice(index + found.length, index + found.length + 3);
      if (everywhere4.test(found) || isVersion(parts, before, after)) return [];
      return [{ from: index, to: index + found.length, what: 'an IP address' }];
    },
  );
}

/**
 * This machine, masks and broadcasts, what is kept for examples, resolvers that everybody knows, where
 * routers and clouds answer everywhere, and whole private nets.
 */
const everywhere4 =
  /^(?:0\.|127\.|2(?:2[4-9]|[345]\d)\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|169\.254\.|8\.8\.|1\.0\.0\.|9\.9\.9\.|192\.168\.[0-2]\.[01]$|(?:10|172|192)\.\d+\.0\.0$|(\d+)\.\1\.\1\.\1$)/;

function isVersion(parts: string[], before: string, after: string): boolean {
  if (after.startsWith('/')) return false; // a net
  if (parts.slice(2).every((part) => part === '0') || /[<>=~^]\s*$/.test(before)) return true;
  if (isAfterAddress.test(before)) return false;
  const numbers = parts.map(Number);
  return isAfterVersion.test(before) || (numbers[0]! < 10 && numbers.every((one) => one < 32));
}

const isAfterAddress =
  /(?:\bips?\b|address|\bhost|server|\bnode|gateway|\bdns\b|ping|ssh|connect|allow|firewall)[^.]{0,24}$/i;
const isAfterVersion =
  /(?:\bv|\bver\.?|versions?|release|build|firmware|(?:upgraded?|updated?) (?:from|to)|php|chrome|edge|module|package|driver)[\s/:=*"'(]{0,3}$/i;

const six =
  /(?<![\p{L}\p{N}:._-])\[?(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?\]?(?![\p{L}\p{N}:_])/giu;

function version6(text: string): Spot[] {
  return [...text.matchAll(six)].flatMap(({ 0: found, index }) => {
    const address = found.replaceAll(/[[\]]/g, '').toLowerCase();
    if (!isVersion6(address) || isEverywhere6(address)) return [];
    return [{ from: index, to: index + found.length, what: 'an IP address' }];
  });
}

/** Eight groups, or fewer with one gap; enough of them to be no time of day and no C++ name. */
function isVersion6(address: string): boolean {
  const halves = address.split('::');
  const groups = address.split(':').filter(Boolean);
  if (halves.length > 2 || groups.some((group) => group.length > 4 && !group.includes('.')))
    return false;
  if (halves.length === 1)
    return groups.length === 8 || (groups.length === 7 && address.includes('.'));
  return (
    groups.length >= 2 &&
    groups.length <= 7 &&
    /[0-9]/.test(address) &&
    groups.some((group) => group.length >= 3)
  );
}

function isEverywhere6(address: string): boolean {
  return /^(?:::1?$|2001:0?db8:|3fff:|ff0|fe80::1$|2001:4860:4860:|2606:4700:4700:|::ffff:127\.)/.test(
    address,
  );
}
