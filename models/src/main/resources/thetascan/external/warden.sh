# Lives beside the Java process: orders on standard input, "+ group" (watch), "- group" (kill what is left, then forget)
# and "k group" (kill, then say so).
trap '' INT HUP TERM QUIT PIPE
groups=' '
while read -r order group; do
    case $order in
        +) groups="$groups$group " ;;
        -) kill -s KILL -- "-$group" 2>/dev/null
            case $groups in *" $group "*) groups="${groups%%" $group "*} ${groups#*" $group "}" ;; esac ;;
        k) kill -s KILL -- "-$group" 2>/dev/null; echo "$group" ;;
    esac
done
# The Java process is gone, and what it started shall go too.
for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
# Linux: also what was started in the last instant, or has left its group. Twice, for what was forking just then.
for pass in 1 2; do
    for environment in $(grep -lz "^$1\." /proc/[0-9]*/environ 2>/dev/null); do
        process=${environment#/proc/}
        kill -s KILL "${process%/environ}" 2>/dev/null
    done
    [ $pass = 1 ] && sleep 1
done
exit 0
