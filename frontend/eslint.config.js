import { readdirSync } from 'node:fs';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import imports from 'eslint-plugin-import-x';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const features = readdirSync(new URL('src/features', import.meta.url));

/**
 * Which folder may import what. `lib` knows nothing above it, `ui` knows `lib`, a feature knows both
 * and the doors (`door.ts`) of other features; `app` is the frame around them, `routes` and
 * `locales` put everything together. That nothing imports itself by a circle, types included, is
 * checked by src/testing/circles.test.ts, which takes a second where `import-x/no-cycle` takes many.
 */
const zones = [
  {
    target: './src/lib',
    from: ['./src/ui', './src/features', './src/app', './src/routes'],
    message: 'lib is below everything else.',
  },
  {
    target: './src/ui',
    from: ['./src/features', './src/app', './src/routes'],
    message: 'ui knows lib only; let the feature pass in what it needs.',
  },
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: ['./src/app', './src/routes', './src/features'],
    except: [`./${name}`, ...features.map((other) => `./${other}/door.ts`)],
    message: 'A feature uses another one by its door.ts only.',
  })),
  {
    target: './src/app',
    from: './src/features',
    except: features.map((name) => `./${name}/door.ts`),
    message: 'The frame uses a feature by its door.ts only.',
  },
  {
    target: './src/routes',
    from: './src/features/**/*',
    except: ['**/routes.ts', '**/routes.tsx'],
    message: 'The route table is put together from the routes of the features.',
  },
  {
    target: './src/locales',
    from: './src/features/**/*',
    except: ['**/locales/*.ts'],
    message: 'The words are put together from the words of the features.',
  },
];

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'e2e/out/', 'src/gql/graphql-env.d.ts'] },
  ...ts.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks, 'import-x': imports },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: '.' })] },
    rules: {
      ...hooks.configs.recommended.rules,
      'max-lines': ['error', 400],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['bpmn-js', 'bpmn-js/*'],
              message: 'Its licence is fit for the browser test alone.',
            },
          ],
        },
      ],
    },
  },
);
