import type { UnitItem } from '@/lib/units';

/** What is known of the tree: the children of each unit that was opened. */
export interface KnownTree {
  roots: TreeUnit[];
  children: ReadonlyMap<string, TreeUnit[]>;
}
export type TreeUnit = Pick<UnitItem, 'id' | 'name' | 'kind' | 'childCount'>;

export interface TreeNode {
  key: string;
  title: string;
  isLeaf: boolean;
  /** Left out until they are loaded, which tells antd to ask for them. */
  children?: TreeNode[];
}

export function treeData({ roots, children }: KnownTree): TreeNode[] {
  const node = (unit: TreeUnit): TreeNode => {
    const below = children.get(unit.id);
    return {
      key: unit.id,
      title: unit.name,
      isLeaf: unit.childCount === 0,
      ...(below && { children: below.map(node) }),
    };
  };
  return roots.map(node);
}
