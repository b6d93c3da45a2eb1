import type { ThemeConfig } from 'antd';

/** Calm and dense: dark blue on neutral grey, small radii, no shadows that float. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f4e8c',
    colorInfo: '#1f4e8c',
    colorLink: '#1f4e8c',
    colorLinkHover: '#163a6b',
    colorLinkActive: '#12294a',
    colorError: '#b3261e',
    colorWarning: '#9a5b00',
    colorSuccess: '#1e6b3a',
    // antd would derive these from the dark colours above, and get mud.
    colorInfoBg: '#e8f0f9',
    colorInfoBorder: '#9db8d9',
    colorWarningBg: '#fff6e0',
    colorWarningBorder: '#d9b36a',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#e3a19c',
    colorSuccessBg: '#e8f4ec',
    colorSuccessBorder: '#9ccbab',
    colorText: '#1c2733',
    colorTextSecondary: '#4a5866',
    colorTextTertiary: '#5b6875',
    colorTextDescription: '#4a5866',
    // Also of fields that are switched off: antd's own is too faint to read.
    colorTextDisabled: '#5f6a75',
    colorTextPlaceholder: '#5f6a75',
    colorBgLayout: '#f2f4f7',
    controlItemBgActive: '#dce8f6',
    controlItemBgActiveHover: '#d0e0f3',
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
    Tree: { nodeSelectedBg: '#dce8f6', nodeHoverBg: '#eef3f9' },
    Table: { cellPaddingBlockSM: 6, headerBg: '#e9edf2', headerColor: '#1c2733' },
  },
};
