import type { Detector } from './leak.ts';

/** Mailboxes of people. Those made up for examples and those of an office are no leak. */
export const emailAddresses: Detector = (text) =>
  [...text.matchAll(address)].flatMap(({ 0: found, index, groups = {} }) => {
    const { local = '', domain = '' } = groups;
    if (isMadeUp(local, domain) || isOffice(local)) return [];
    return [{ from: index, to: index + found.length, what: 'an e-mail address' }];
  });

const address =
  /(?<![\p{L}\p{N}._%+@/-])(?<local>[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63})(?:@|\s?[[(]at[\])]\s?)(?<domain>(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,24})(?![\p{L}\p{N}@])(?!:[\p{L}~./])/giu;

function isMadeUp(local: string, domain: string): boolean {
  const host = domain.toLowerCase();
  if (/(?:^|\.)(?:example|test|invalid|localhost|local)$/.test(host)) return true;
  if (
    /(?:^|\.)(?:example|exapmle|test|domain|yourdomain|yourcompany|mydomain|company|email|e|acme|foo|bar|sample|host|server|site|mail)\.(?:com|net|org|de|test|tld|mail)$/.test(
      host,
    )
  ) {
    return true;
  }
  if (/^x+\.|^(?:(\p{L})\1+\.)+(\p{L})\2+$|\.(?:png|jpe?g|gif|svg|webp|css|js|md)$/u.test(host))
    return true;
  return /^(?:user(?:name)?|test(?:er)?|foo|bar|you|your[._-]?(?:name|email)|name|first(?:name)?[._]last(?:name)?|j(?:ohn|ane)?\.?doe|x+|email|me|someone|somebody|anyone)\d*$/i.test(
    local,
  );
}

/** A mailbox that is meant to be written to by strangers. */
function isOffice(local: string): boolean {
  return /(?:support|help(?:center|desk)|feedback|security|customer-?(?:care|service))|^(?:[a-z]+[._-])?(?:abuse|accessibility|accounts?|admin|billing|careers|compliance|contact|customer-?(?:care|service|support)|dpo|enquir(?:y|ies)|feedback|git|hello|help(?:desk)?|hostmaster|info|inquiries|jobs|legal|mail|marketing|news(?:letter)?|no-?reply|donotreply|office|orders?|partners?|postmaster|press|privacy|returns|sales|security|service(?:desk)?|shop|support|team|webmaster)(?:[._+-][a-z]+)?$/i.test(
    local,
  );
}
