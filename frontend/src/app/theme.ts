import type { ThemeConfig } from 'antd';
import { colour } from '@/ui/tokens';

/** Calm and dense: dark blue on neutral grey, small radii, no shadows that float. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colour('blue'),
    colorInfo: colour('blue'),
    colorLink: colour('blue'),
    colorLinkHover: colour('blue-hover'),
    colorLinkActive: colour('menu'),
    colorError: colour('bad'),
    colorWarning: colour('warning'),
    colorSuccess: colour('good'),
    // antd would derive these from the dark colours above, and get mud.
    colorInfoBg: colour('info-paper'),
    colorInfoBorder: colour('blue-line'),
    colorWarningBg: colour('warning-paper'),
    colorWarningBorder: colour('warning-line'),
    colorErrorBg: colour('bad-paper'),
    colorErrorBorder: colour('bad-line'),
    colorSuccessBg: colour('good-paper'),
    colorSuccessBorder: colour('good-line'),
    colorText: colour('ink'),
    colorTextSecondary: colour('ink-soft'),
    colorTextTertiary: colour('ink-faint'),
    colorTextDescription: colour('ink-soft'),
    // Also of fields that are switched off: antd's own is too faint to read.
    colorTextDisabled: colour('ink-disabled'),
    colorTextPlaceholder: colour('ink-disabled'),
    colorBgLayout: colour('ground'),
    controlItemBgActive: colour('chosen'),
    controlItemBgActiveHover: colour('chosen-hover'),
    borderRadius: 3,
    fontSize: 14,
    controlHeight: 32,
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
  },
  components: {
    Tree: { nodeSelectedBg: colour('chosen'), nodeHoverBg: colour('hover') },
    Table: { cellPaddingBlockSM: 6, headerBg: colour('surface-head'), headerColor: colour('ink') },
  },
};
