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

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end

local function run()
  local published = 0
  vim.api.nvim_create_autocmd('DiagnosticChanged', {
    callback = function()
      published = published + 1
    end,
  })
  local client
  local start = vim.lsp.start -- Neovim 0.8 and newer
    or function(config)
      local id = vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(0, id)
      return id
    end
  vim.lsp.start = function(config)
    client = start(config)
    return client
  end
  vim.cmd('luafile ' .. vim.fn.fnameescape(vim.env.ECS_SETUP))
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.ECS_FILE))
  vim.bo.filetype = 'json'
  result.attached = client ~= nil
  if not client then return end
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
    result.text = text()
    result.left = diagnostics()

    local lenses = ask('textDocument/codeLens', { textDocument = document })
    result.lenses = vim.tbl_map(function(lens) return lens.command.title end, lenses)
    if vim.lsp.inlay_hint then
      local all = { start = { line = 0, character = 0 }, ['end'] = { line = 99, character = 0 } }
      result.hints = #ask('textDocument/inlayHint', { textDocument = document, range = all })
    end

    -- As CTRL-X CTRL-O does it: what stands in the word so far counts.
    vim.cmd('%s/awsvpc/aws/')
    vim.fn.search('"aws\\zs"')
    local items = ask('textDocument/completion', vim.lsp.util.make_position_params(0, 'utf-16'))
    local matches = vim.lsp.util.text_document_completion_list_to_complete_items
    result.completed = matches and vim.tbl_map(function(item) return item.word end, matches(items, '"aws'))
    vim.cmd('%s/"aws"/"awsvpc"/')

    vim.fn.search('"containerName": "\\zs')
    vim.lsp.buf.rename('store')
    vim.wait(wait, function() return text():find('store') ~= nil end)
    result.renamed = text()
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
