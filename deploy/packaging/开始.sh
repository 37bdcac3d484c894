#!/bin/sh
# 启动评分系统并打开浏览器；多余的参数照样传下去，例如 ./开始.sh --demo
exec "$(dirname "$0")/program/Scoring.Api" serve --open "$@"
