;;; emacs.el --- What Emacs knows of a file -*- lexical-binding: t -*-

;; Run in batch by emacs.test.ts: opens a file with the language server, and writes what Eglot shows of it, as JSON.
;; The environment says which set-up to load, which file, and where to write.

(require 'cl-lib)
(require 'json)

(defconst ecs-wait 20 "Seconds, for what takes less than one.")

(defun ecs-wait-for (condition)
  "Read from the server until CONDITION returns something, and return that."
  (let ((end (+ (float-time) ecs-wait)) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    value))

(defun ecs-diagnostics ()
  "What Flymake shows in the buffer."
  (vconcat
   (mapcar (lambda (diagnostic)
             (list :text (buffer-substring-no-properties
                          (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic))
                   :type (symbol-name (flymake-diagnostic-type diagnostic))
                   :message (flymake-diagnostic-text diagnostic)))
           (flymake-diagnostics))))

(defun ecs-go-to (text)
  "Put point at the first place behind TEXT."
  (goto-char (point-min))
  (search-forward text))

(defun ecs-hover (text)
  "What Eldoc is given for the place before the end of TEXT."
  (ecs-go-to text)
  (backward-char)
  (let (answer)
    (eglot-hover-eldoc-function (lambda (info &rest _) (setq answer info)))
    (ecs-wait-for (lambda () answer))
    (substring-no-properties answer)))

(defun ecs-complete (text chosen)
  "What is offered behind TEXT; inserts CHOSEN."
  (ecs-go-to text)
  (cl-destructuring-bind (start end table &rest rest) (eglot-completion-at-point)
    (let* ((typed (buffer-substring-no-properties start end))
           ;; By the styles of completion, as the list of completions does.
           (metadata (completion-metadata typed table nil))
           (found (completion-all-completions typed table nil (length typed) metadata))
           (offered (progn (when (consp found) (setcdr (last found) nil)) found))
           (proxy (cl-find chosen offered :test #'equal)))
      (when proxy
        (goto-char end)
        (delete-region start end)
        (insert proxy)
        (funcall (plist-get rest :exit-function) proxy 'finished))
      (vconcat (mapcar #'substring-no-properties offered)))))

(defun ecs-line ()
  (string-trim (buffer-substring-no-properties (line-beginning-position) (line-end-position))))

(defun ecs-run ()
  (load (getenv "ECS_SETUP") nil t)
  (find-file (getenv "ECS_FILE"))
  (set-window-buffer nil (current-buffer))
  (let ((mode (symbol-name major-mode)) shown)
    ;; What the command loop does after each command; in batch there is none.
    (run-hooks 'post-command-hook)
    (if (not (and (eglot-current-server) (ecs-wait-for #'eglot-managed-p)))
        (list :mode mode :managed :json-false)
      (flymake-start nil)
      (setq shown (ecs-wait-for (lambda () (and (flymake-diagnostics) (ecs-diagnostics)))))
      (let* ((hover (ecs-hover "\"networkMode"))
             (first (car (flymake-diagnostics)))
             (actions (eglot-code-actions (flymake-diagnostic-beg first) (flymake-diagnostic-end first)))
             (action (car actions)))
        (if (fboundp 'eglot-execute) ; Emacs 29 and newer
            (eglot-execute (eglot-current-server) action)
          (eglot--apply-workspace-edit (plist-get action :edit)))
        (eglot--signal-textDocument/didChange)
        (ecs-wait-for (lambda () (null (flymake-diagnostics))))
        (let* ((left (ecs-diagnostics))
               (fixed (buffer-string))
               (offered (progn (ecs-go-to "\"networkMode\": \"awsvpc\"")
                               (search-backward "awsvpc")
                               (delete-region (+ (point) 3) (+ (point) 6))
                               (eglot--signal-textDocument/didChange)
                               (ecs-complete "\"networkMode\": \"aws" (getenv "ECS_CHOOSE"))))
               (completed (ecs-line)))
          (ecs-go-to "\"containerName\": \"d")
          (eglot-rename "store")
          (list :mode mode :managed t
                :diagnostics shown :hover hover
                :action (plist-get action :title) :left left :fixed fixed
                :offered offered :completed completed
                :renamed (buffer-string)))))))

(let ((result (condition-case problem (ecs-run)
                (error (list :problem (format "%S" problem)))))
      (coding-system-for-write 'utf-8))
  (with-temp-file (getenv "ECS_OUT")
    (insert (json-serialize result :false-object :json-false))))
(ignore-errors (eglot-shutdown-all))
(kill-emacs 0)
