/** Visits a tree from its root, each node before its children, which the visit may change. */
export function eachNode<Node extends object>(node: Node, visit: (node: Node) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children as Node[]) eachNode(child, visit);
}
