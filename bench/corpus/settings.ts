import type { Random } from './random.ts';

// A type, since an interface has no index signature and would not do as the content of a file.
type Product = {
  id: string;
  name: string;
  components: { id: string; name: string }[];
  versions: string[];
};

const product = (name: string, components: string[], versions: string[]): Product => ({
  id: idOf(name),
  name,
  components: components.map((component) => ({ id: idOf(component), name: component })),
  versions,
});

const products = [
  product(
    'Claims portal',
    ['Submission', 'Receipts', 'Documents', 'Claims search', 'Reports'],
    ['4.2', '4.3', '4.4'],
  ),
  product('Billing', ['Invoices', 'Dunning', 'Tax', 'Bank transfers'], ['7.0', '7.1']),
  product('File transfer', ['SFTP', 'Batch import', 'Notifications'], ['3.0', '3.1']),
  product('Accounts', ['Sign-in', 'Sessions', 'Passwords', 'Directory'], ['2026.1', '2026.2']),
  product('Mobile app', ['Scanner', 'Offline mode', 'Push messages'], ['11.4', '11.5', '12.0']),
  product('Print service', ['Letters', 'Labels', 'Archive'], ['2.8', '2.9']),
  product('Certificates', ['Enrolment', 'Renewal', 'Partner API'], ['1.6']),
  product('Call centre', ['Telephony', 'Recordings', 'Scripts'], ['5.2', '5.3']),
];

/** The configuration of the generated knowledge base. */
export const settings = {
  organization: 'Bench Assurance',
  timezone: 'Europe/Vienna',
  language: 'en',
  products,
  contact: { email: 'support@bench.example' },
};

/** A product, the first ones more often, with one of its components and versions. */
export function anyProduct(random: Random) {
  const { id, components, versions } = random.frequent(products);
  return { product: id, component: random.frequent(components).id, version: random.any(versions) };
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
