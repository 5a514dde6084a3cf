/* Under which names a reporter is known beyond what the record spells out. */

/** "Wrenhill Casualty" is called "Wrenhill", too, unless that is an ordinary word for a company. */
export function organizationNames(name = ''): string[] {
  const whole = name.trim();
  const [first = '', ...others] = whole.split(/\s+/);
  const isTelling = others.length > 0 && /^\p{Lu}\p{L}{4,}$/u.test(first) && !ordinary.test(first);
  return [whole, ...(isTelling ? [first] : [])].filter((one) => one !== '');
}

/** Several contacts are often written in one field. */
export function contactsIn(contact = ''): string[] {
  return contact
    .split(/[;,]\s*|\s+(?:or|and|\/)\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Words with which companies begin and which texts for everybody hold. */
const ordinary =
  /^(?:advanced|allied|american|atlantic|austrian|banks?|british|broker|business|capital|cargo|central|city|claims?|cloud|commercial|common|community|county|credit|customers?|data|digital|direct|eastern|european|express|farmers|federal|fidelity|finance|financial|first|future|general|german|global|great|group|harbou?r|health|hospital|house|industrial|insurance|international|internet|legal|liberty|local|media|medical|metro|mobile|motor|municipal|mutual|national|network|northern|north|office|online|pacific|partners?|people|policy|portal|power|premier|prime|print|private|professional|progressive|public|quality|rapid|regional|royal|school|secure|security|service|smart|social|software|solutions?|south|southern|standard|state|states|storage|summit|support|swiss|system|systems|technology|total|town|trade|transfer|transport|travel|trust|union|united|universal|university|urban|vienna|village|water|western|world|youth)$/i;
