import { dirname } from 'node:path/posix';
import { recordText, yamlText } from '#export/record-text.ts';
import { article } from './article.ts';
import { earlierIncident, earlierPath, isArticle, nameOf } from './ids.ts';
import { incident } from './incident.ts';
import { Language } from './language.ts';
import { beganAt } from './moments.ts';
import { Random } from './random.ts';
import { settings } from './settings.ts';

export interface GeneratedFile {
  /** In the knowledge base, with forward slashes. */
  path: string;
  text: string;
}

/** The files of a knowledge base of `count` records. Same arguments, same bytes. */
export function* knowledgeBaseFiles(count: number, seed: number): Generator<GeneratedFile> {
  yield { path: 'fixlore.config.yaml', text: yamlText(settings) };
  for (let index = 0; index < count; index += 1) yield* recordFiles(seed, index);
}

function* recordFiles(seed: number, index: number): Generator<GeneratedFile> {
  const random = new Random(seed, index);
  const { id, path } = nameOf(seed, index);
  const otherId = earlierIncident(seed, index, random)?.id;
  const writer = {
    random,
    language: new Language(random),
    otherPath: earlierPath(seed, index, random),
  };
  const { fields, body, log } = isArticle(index)
    ? article({ ...writer, sourceId: otherId, reviewed: beganAt(index) })
    : incident({ ...writer, id, otherId, began: beganAt(index) });
  yield { path, text: recordText(fields, body) };
  if (log) yield { path: `${dirname(path)}/${log.path}`, text: log.text };
}
