-- Run inside Neovim (0.7 and newer) by neovim.test.ts: opens a file with the language server, and writes what Neovim
-- knows of it, as JSON. The environment says which server, which file, where to hover, and where to write.
local result = {}
local wait = 20000 -- milliseconds, for what takes less than one second

local function diagnostics()
  return vim.tbl_map(function(d)
    return {
      line = d.lnum,
      from = d.col,
      to = d.end_col,
      severity = d.severity,
      source = d.source,
      message = d.message,
      code = d.code or d.user_data.lsp.code,
    }
  end, vim.diagnostic.get(0))
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.ECS_FILE))
  vim.bo.filetype = 'json'
  local client = vim.lsp.start_client({
    name = 'ecs-taskdef',
    cmd = { vim.env.ECS_NODE, vim.env.ECS_SERVER, '--stdio' },
    init_options = { settings = { preset = 'refused' } },
  })
  local published = 0
  vim.api.nvim_create_autocmd('DiagnosticChanged', {
    callback = function()
      published = published + 1
    end,
  })
  vim.lsp.buf_attach_client(0, client)
  vim.wait(wait, function() return published > 0 end)
  result.diagnostics = diagnostics()

  local line, character = vim.env.ECS_HOVER:match('(%d+):(%d+)')
  local document = vim.lsp.util.make_text_document_params(0)
  local position = { line = tonumber(line), character = tonumber(character) }
  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(0, method, params, wait) or {}
    local answer = answers[client] or {}
    if answer.err then error(vim.inspect(answer.err)) end
    return answer.result
  end
  result.hover = ask('textDocument/hover', { textDocument = document, position = position })

  if vim.env.ECS_FIX == 'yes' then
    local first = result.diagnostics[1]
    local actions = ask('textDocument/codeAction', {
      textDocument = document,
      range = {
        start = { line = first.line, character = first.from },
        ['end'] = { line = first.line, character = first.to },
      },
      context = { diagnostics = {} },
    })
    result.title = actions[1].title
    published = 0
    vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
    vim.wait(wait, function() return published > 0 end)
    result.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
    result.left = diagnostics()
  end
  vim.lsp.stop_client(client)
  vim.wait(wait, function() return vim.lsp.client_is_stopped(client) end)
end

local ok, problem = pcall(run)
if not ok then result.problem = tostring(problem) end
local out = assert(io.open(vim.env.ECS_OUT, 'w'))
out:write(vim.json.encode(result))
out:close()
vim.cmd('qall!')
