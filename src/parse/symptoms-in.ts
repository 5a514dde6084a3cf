import { splitFences } from './fences.ts';
import { readYaml } from './yaml.ts';

/** The symptoms in the text of a version of an incident; none if it cannot be read. */
export function symptomsIn(text: string): string[] {
  const fenced = splitFences(text.replaceAll('\r\n', '\n').replace(/^\ufeff/, ''));
  if ('code' in fenced) return [];
  const { value } = readYaml(fenced.header, 2);
  if (typeof value !== 'object' || value === null || !('symptoms' in value)) return [];
  const { symptoms } = value;
  if (!Array.isArray(symptoms)) return [];
  return symptoms.filter((symptom) => typeof symptom === 'string' && symptom !== '');
}
