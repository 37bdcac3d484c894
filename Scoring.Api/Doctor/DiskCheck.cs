using System.Diagnostics;

namespace Scoring.Api.Doctor;

/// <summary>Room on the disk, and how long it takes until a mark is really on it.</summary>
public static class DiskCheck
{
    private const long Gigabyte = 1L << 30;
    private const int Writes = 20;

    /// <param name="free">Bytes.</param>
    public static Finding Space(long free) => free switch
    {
        < Gigabyte => new("disk-space", "磁盘空间", Grade.Trouble, $"只剩 {free / 1_000_000} MB",
            "现在就清理磁盘（回收站、下载、旧视频），至少留 5 GB。写满了就不能交卷。"),
        < 5 * Gigabyte => new("disk-space", "磁盘空间", Grade.Caution, $"剩 {free / Gigabyte} GB", "赛前清理到 5 GB 以上；备份、照片和证书都要占空间。"),
        _ => Finding.Well("disk-space", "磁盘空间", $"剩 {free / Gigabyte} GB"),
    };

    /// <param name="commit">Of one small write that is on the disk when it returns.</param>
    public static Finding Speed(TimeSpan commit) => commit.TotalMilliseconds switch
    {
        > 500 => new("disk-speed", "磁盘写入", Grade.Trouble, $"存一次要 {commit.TotalMilliseconds:0} 毫秒",
            "磁盘太慢或快坏了，平板交卷会等很久。请把数据文件夹放到电脑自己的固态硬盘上，不要放在 U 盘、网盘或同步文件夹里。"),
        > 100 => new("disk-speed", "磁盘写入", Grade.Caution, $"存一次要 {commit.TotalMilliseconds:0} 毫秒",
            "几十台平板同时交卷会觉得慢。关掉杀毒软件对数据文件夹的实时扫描，数据不要放在 U 盘或同步文件夹里。"),
        _ => Finding.Well("disk-speed", "磁盘写入", $"存一次 {commit.TotalMilliseconds:0} 毫秒"),
    };

    /// <summary>Both, of the folder's disk. One that cannot be written is trouble of its own.</summary>
    public static IEnumerable<Finding> Of(string data)
    {
        try
        {
            var folder = Directory.CreateDirectory(data).FullName;
            return [Space(new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder) ?? folder : folder).AvailableFreeSpace),
                Speed(Commit(folder))];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [new("disk-write", "数据文件夹", Grade.Trouble, "不能写入", "请检查磁盘是不是写保护、满了，或者没有权限；换一个文件夹用 --data 指定。")];
        }
    }

    private static TimeSpan Commit(string folder)
    {
        var file = Path.Combine(folder, $"probe-{Guid.NewGuid():N}.tmp");
        try
        {
            using var probe = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            var times = new List<TimeSpan>();
            for (var n = 0; n < Writes; n++)
            {
                var begun = Stopwatch.GetTimestamp();
                probe.Write(new byte[4096]);
                probe.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(begun));
            }

            return times.Order().ElementAt(Writes / 2);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
