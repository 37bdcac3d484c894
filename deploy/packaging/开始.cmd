@echo off
chcp 65001 >nul
title Scoring
"%~dp0program\Scoring.Api.exe" serve --open %*
