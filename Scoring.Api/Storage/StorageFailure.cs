using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>Tells people why the disk refused and what to do about it.</summary>
public static class StorageFailure
{
    /// <summary>Nothing can be written here, and what is there may be whole: a full or write-protected disk, in SQLite's words.</summary>
    public static bool TakesNothing(SqliteException failure) => failure.SqliteErrorCode is
        SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY;

    /// <summary>A file that is there and cannot be written: write protection, or no right to.</summary>
    public static bool IsProtected(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return false;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return File.Exists(path);
        }
    }

    /// <summary>Why a file is open for reading only, and what to do, in Chinese: what goes on in between is the caller's to say.</summary>
    public static string OnlyReading(string path, string meanwhile) => IsProtected(path)
        ? $"{Path.GetFileName(path)} 不能写入（磁盘写保护，或没有权限）：{meanwhile}请解除写保护或改权限，然后重新启动本程序。"
        : $"磁盘已满：{meanwhile}请清理磁盘空间，然后重新启动本程序。";

    /// <summary>In Chinese, without exception text.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        NewerFileException => "这个账本文件由更新版本的程序写成。请升级本程序后再打开。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => "服务器磁盘已满，没有存入。请清理磁盘空间，然后重新提交。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY } or UnauthorizedAccessException =>
            "账本文件不能写入，没有存入。请检查数据文件夹的写权限和磁盘写保护，然后重新提交。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
            "账本文件正被别的程序占用，没有存入。请关闭占用它的程序，然后重新提交。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } =>
            "账本文件已损坏，没有存入。请停止使用这个文件，改用最近的备份。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN } or IOException =>
            "服务器磁盘读写出错，没有存入。请检查磁盘和连接线，然后重新提交。",
        _ => "没有能存入账本。请稍后重新提交；仍不成功，请联系现场技术人员。",
    };

    /// <summary>Why a file does not open, in Chinese, without exception text.</summary>
    public static string ExplainOpening(Exception failure) => failure switch
    {
        NewerFileException => "它由更新版本的程序写成，请用新版本的程序；要退回旧版本，先运行 revert，换回升级前的副本。",
        LostCommitsException => "它的日志文件（-wal）已损坏或不见了，最后一部分有回执的记录读不出来。请先把数据文件夹整个复制保存，再从最近的备份恢复。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } =>
            "它已损坏，或者不是竞赛文件。请用最近的备份替换。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } => "它正被别的程序占用，请关闭那个程序后重新启动。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => "服务器磁盘已满，请清理后重新启动。",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY } or UnauthorizedAccessException => "它不能写入，请检查文件的写权限后重新启动。",
        FileNotFoundException => "文件不见了：可能被移走、改名或删除，或者所在的磁盘没有接上。请放回原处，或从最近的备份恢复。",
        _ => "请检查磁盘和文件权限后重新启动；仍不成功，请用最近的备份替换。",
    };
}
