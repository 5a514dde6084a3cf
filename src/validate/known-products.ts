import { productOf } from '#model/config.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import type { Rule } from './rule.ts';

/** `product` names a configured product, `component` a component of it. */
export const knownProducts: Rule = function* ({ site }) {
  const { config, incidents, articles, intakes } = site;
  const ids = config.products.map(({ id }) => id);
  for (const record of [...incidents, ...articles, ...intakes]) {
    const { fields } = record;
    const product = productOf(config, fields.product);
    if (!product) {
      const near = didYouMean(fields.product, ids);
      yield {
        code: 'unknown-product',
        record,
        at: ['product'],
        message: 'The configuration has no such product.',
        hint: near
          ? `Did you mean \`${near}\`?`
          : `Name one of ${ids.join(', ')}, or add the product to fixlore.config.yaml.`,
      };
    } else if ('component' in fields && fields.component) {
      const components = product.components?.map(({ id }) => id) ?? [];
      if (components.includes(fields.component)) continue;
      const near = didYouMean(fields.component, components);
      yield {
        code: 'unknown-component',
        record,
        at: ['component'],
        message: `The product \`${product.id}\` has no such component.`,
        hint: near
          ? `Did you mean \`${near}\`?`
          : `${components.length > 0 ? `Name one of ${components.join(', ')}, or add` : 'Add'} it to the product in fixlore.config.yaml.`,
      };
    }
  }
};
