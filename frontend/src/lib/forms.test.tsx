import { Form, Input, type FormInstance } from 'antd';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Problem } from './errors';
import { placeProblems } from './forms';

const problem = (field: string | undefined, message: string): Problem => ({
  code: 'INVALID',
  message,
  field,
});

describe('problems of a form', () => {
  it('stand at their fields, and the others are given back', async () => {
    let form: FormInstance | undefined;
    function Sample() {
      const [made] = Form.useForm();
      form = made;
      return (
        <Form form={made}>
          <Form.Item name="title" label="标题">
            <Input />
          </Form.Item>
          <Form.Item name={['admin', 'loginName']} label="账号">
            <Input />
          </Form.Item>
        </Form>
      );
    }
    render(<Sample />);
    const rest = placeProblems(form as FormInstance, [
      problem('input.details.title', '标题太长'),
      problem('admin.loginName', '账号已存在'),
      problem('elsewhere', '别处'),
      problem(undefined, '总的'),
    ]);
    expect(rest.map(({ message }) => message)).toEqual(['别处', '总的']);
    expect(await screen.findByText('标题太长')).toBeDefined();
    expect(await screen.findByText('账号已存在')).toBeDefined();
  });
});
